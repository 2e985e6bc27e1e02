import { useText } from '../text.ts';

interface Props {
  readonly blocks: readonly { readonly names: readonly string[]; readonly invited: number }[];
}

/** Every group that may ever be shown, with its people; «counted together» says why two departments share a line. */
export function CountedList({ blocks }: Props) {
  const text = useText();
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text('survey.counted.department')}</th>
            <th scope="col" className="num">
              {text('survey.counted.invited')}
            </th>
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ names: [first = '', ...others], invited }) => (
            <tr key={[first, ...others].join('/')}>
              <th scope="row">{others.length > 0 ? text('counted-with', { department: first, others: text.list(others) }) : first}</th>
              <td className="num">{text.number(invited)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
