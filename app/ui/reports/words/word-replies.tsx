// What was answered in public, with who answered and when.
import type { ReplyView } from '#app/domain/reports/comments-page.ts';
import { useText } from '#app/ui/text.ts';

export function Replies({ replies }: { replies: readonly ReplyView[] }) {
  const text = useText();
  if (replies.length === 0) return null;
  return (
    <div className="replies stack-tight">
      {replies.map((reply) => (
        <div key={reply.id}>
          <p>{reply.text}</p>
          <p className="small quiet">{reply.by === null ? text.day(reply.on) : text('words.answered-by', { name: reply.by, day: text.day(reply.on) })}</p>
        </div>
      ))}
    </div>
  );
}
