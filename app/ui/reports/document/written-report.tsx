// A report on a page: cover, contents, and section after section, to be read and to be printed. Everything it says stands in the document.
import type { Block, Cover, ReportDocument, Section } from '#app/domain/reports/document/document.ts';
import { useText } from '#app/ui/text.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportTable } from './report-table.tsx';

export function WrittenReport({ document }: { document: Pick<ReportDocument, 'cover' | 'sections'> }) {
  return (
    <article className="report">
      <ReportCover cover={document.cover} />
      <ReportContents sections={document.sections} />
      {document.sections.map((section) => (
        <ReportSection key={section.id} section={section} level={2} />
      ))}
    </article>
  );
}

function ReportCover({ cover }: { cover: Cover }) {
  return (
    <header className="report-cover">
      <p className="quiet">{cover.company}</p>
      <p className="report-about">{cover.survey}</p>
      <p>{cover.about}</p>
      <dl>
        {cover.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function ReportContents({ sections }: Pick<ReportDocument, 'sections'>) {
  const text = useText();
  return (
    <nav className="report-contents" aria-label={text('report.contents')}>
      <ol>
        {sections.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ReportSection({ section, level }: { section: Section; level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <section id={section.id} aria-labelledby={`${section.id}-heading`}>
      <Heading id={`${section.id}-heading`}>{section.heading}</Heading>
      {section.blocks.map((block, at) => (
        <ReportBlock key={at} block={block} />
      ))}
      {section.sections.map((one) => (
        <ReportSection key={one.id} section={one} level={level === 2 ? 3 : 4} />
      ))}
    </section>
  );
}

function ReportBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'sentence':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.sentences.map(({ text }, at) => (
            <li key={at}>{text}</li>
          ))}
        </ul>
      );
    case 'table':
      return <ReportTable table={block} />;
    case 'chart':
      return <ReportChart chart={block} />;
  }
}
