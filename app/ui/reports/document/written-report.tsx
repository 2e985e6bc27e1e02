// A report on a page: cover, contents, and section after section, to be read and to be printed. Everything it says stands in the document.
import type { Block, Cover, ReportDocument, Section } from '#app/domain/reports/document/document.ts';
import { useText } from '#app/ui/text.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportTable } from './report-table.tsx';

interface Props {
  readonly document: Pick<ReportDocument, 'cover' | 'sections'>;
  /** Address of a chart as a file; absent where its charts are not offered as files. */
  readonly picture?: (id: string, ending: 'svg' | 'png') => string;
}

export function WrittenReport({ document, picture }: Props) {
  return (
    <article className="report">
      <ReportCover cover={document.cover} />
      <ReportContents sections={document.sections} />
      {document.sections.map((section) => (
        <ReportSection key={section.id} section={section} level={2} picture={picture} />
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

function ReportSection({ section, level, picture }: { section: Section; level: 2 | 3 | 4; picture: Props['picture'] }) {
  const Heading = `h${level}` as const;
  return (
    <section id={section.id} aria-labelledby={`${section.id}-heading`}>
      <Heading id={`${section.id}-heading`}>{section.heading}</Heading>
      {section.blocks.map((block, at) => (
        <ReportBlock key={at} block={block} picture={picture} />
      ))}
      {section.sections.map((one) => (
        <ReportSection key={one.id} section={one} level={level === 2 ? 3 : 4} picture={picture} />
      ))}
    </section>
  );
}

function ReportBlock({ block, picture }: { block: Block; picture: Props['picture'] }) {
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
      return <ReportChart chart={block} picture={picture} />;
  }
}
