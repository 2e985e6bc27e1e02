// A small set of line drawings on a 24-pixel grid; always beside words, never instead of them.

const paths = {
  home: 'M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5',
  surveys: 'M7 4h10a1 1 0 0 1 1 1v15H6V5a1 1 0 0 1 1-1ZM9 9h6M9 13h6M9 17h3',
  results: 'M4 20h16M7 20v-7M12 20V6M17 20v-11',
  plans: 'M5 6l1.5 1.5L9 5M5 12.5 6.5 14 9 11.5M5 19l1.5 1.5L9 18M12.5 6.5H20M12.5 13H20M12.5 19.5H20',
  feed: 'M4 5h16v11H11l-4 4v-4H4ZM8 9.5h8M8 12.5h5',
  people: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM3.5 19c.4-3.4 2.6-5 5.5-5s5.1 1.6 5.5 5M15.5 5.3a3 3 0 0 1 0 5.4M17 14.3c2 .6 3.2 2.1 3.5 4.7',
  team: 'M12 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM12 9v4M6 17v-2a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v2M6 20.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5ZM12 13v4M12 20.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5ZM18 20.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z',
  privacy: 'M12 3.5 5 6v5.5c0 4.2 2.8 7.3 7 9 4.2-1.7 7-4.8 7-9V6ZM9 12l2.2 2.2L15.2 10',
  system: 'M5 5h14v5H5ZM5 14h14v5H5ZM8 7.5h.01M8 16.5h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  check: 'M5 12.5 10 17.5 19.5 7',
  plus: 'M12 5v14M5 12h14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  warning: 'M12 4.5 3.5 19.5h17ZM12 10v4.5M12 17h.01',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.8h.01',
  calendar: 'M5 6h14v14H5ZM5 10.5h14M9 3.5v4M15 3.5v4',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  phone: 'M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM11 17.5h2',
  mail: 'M4 6h16v12H4ZM4.5 6.5 12 13l7.5-6.5',
  print: 'M7 9V4h10v5M7 16H4.5V9.5h15V16H17M7 13.5h10V20H7Z',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
