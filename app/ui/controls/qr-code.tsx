import type { QrDrawing } from '#app/domain/kernel/qr-drawing.ts';

/** Dark on white whatever the theme: cameras read no other. `label` says where it leads. */
export function QrCode({ qr, label }: { qr: QrDrawing; label: string }) {
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges">
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} stroke="#000" />
    </svg>
  );
}
