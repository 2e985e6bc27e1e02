// What a long page holds, always in sight: plain anchors, the one being read marked where there is JavaScript.
import { useEffect, useState } from 'react';
import { useText } from '#app/ui/text.ts';

export interface Section {
  readonly id: string;
  readonly label: string;
}

export function Contents({ sections }: { sections: readonly Section[] }) {
  const text = useText();
  const current = useSectionInSight(sections);
  if (sections.length < 2) return null;
  return (
    <nav className="contents no-print" aria-label={text('map.contents')}>
      <ul>
        {sections.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The last section whose beginning has passed the upper third of the window. */
function useSectionInSight(sections: readonly Section[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const ids = sections.map(({ id }) => id).join(' ');
  useEffect(() => {
    const find = () => {
      const places = ids.split(' ').flatMap((id) => document.getElementById(id) ?? []);
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const passed = places.filter((place) => place.getBoundingClientRect().top < window.innerHeight / 3);
      setCurrent((atEnd && window.scrollY > 0 ? places : passed).at(-1)?.id ?? places[0]?.id ?? null);
    };
    find();
    addEventListener('scroll', find, { passive: true });
    addEventListener('resize', find);
    return () => {
      removeEventListener('scroll', find);
      removeEventListener('resize', find);
    };
  }, [ids]);
  return current;
}
