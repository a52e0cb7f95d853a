import './icon.css';

/** 16 x 16 stroke icons drawn for this page. */
const paths = {
  plus: 'M8 3v10M3 8h10',
  send: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  stop: 'M4.5 4.5h7v7h-7z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'm4 4 8 8M12 4l-8 8',
  pencil: 'M3 13l.6-2.6L10.8 3.2l2 2-7.2 7.2L3 13Z',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5 5 13h6l.5-8.5M6.7 7v3.5M9.3 7v3.5',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10',
  copy: 'M6 6h7v7H6zM3.5 10H3V3h7v.5',
  check: 'm3.5 8.5 3 3 6-7',
  alert: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.2v.1',
  back: 'M13 8H3M7 4 3 8l4 4',
  chevron: 'm6 4 4 4-4 4',
  down: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  line: 'M2.5 12 6 7.5l3 2 4.5-6',
  bar: 'M3.5 13V8M8 13V3.5M12.5 13V6',
  stacked_bar: 'M3.5 13V9M3.5 7.5V6M8 13V8M8 6.5v-3M12.5 13v-3M12.5 8.5V5',
  area: 'M2.5 12.5V9l3.5-4 3 2.5 4.5-4v9Z',
  scatter: 'M2.5 3v10h11M6 10h.1M8 6.5h.1M10.5 8.5h.1M12 4.5h.1',
  pie: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5H8Z M10.2 2.6a5.5 5.5 0 0 1 3.2 3.2h-3.2Z',
  heat_map: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.8h11M6.5 6.8v5.7',
  metric: 'M3 12.5A5.5 5.5 0 1 1 13 12.5M8 9.5l2.5-3',
  database:
    'M13 4c0 1-2.2 1.8-5 1.8S3 5 3 4s2.2-1.8 5-1.8S13 3 13 4ZM3 4v8c0 1 2.2 1.8 5 1.8s5-.8 5-1.8V4M3 8c0 1 2.2 1.8 5 1.8S13 9 13 8',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5Z',
  system: 'M2.5 3.5h11v7h-11zM6 13h4M8 10.5V13',
  panel: 'M2.5 3h11v10h-11zM9.5 3v10',
  retry: 'M12.8 8A4.8 4.8 0 1 1 11 4.2M11.2 2v2.6H8.6',
  person: 'M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3 13.5c.6-2.3 2.5-3.5 5-3.5s4.4 1.2 5 3.5',
  external: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  'thumb-up':
    'M2.5 7.5h2.5v6H2.5zM5 8l2.6-5.5c1 0 1.7.7 1.7 1.7V6.5h3.2c.7 0 1.1.6 1 1.2l-.9 4.8c-.1.6-.6 1-1.2 1H5',
  'thumb-down':
    'M13.5 8.5H11v-6h2.5zM11 8l-2.6 5.5c-1 0-1.7-.7-1.7-1.7V9.5H3.5c-.7 0-1.1-.6-1-1.2l.9-4.8c.1-.6.6-1 1.2-1H11',
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the control that holds it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** A ChatKit icon name (`lucide:bar`, `alert`) as one of ours, or null where there is none. */
export function toIconName(name: string | undefined): IconName | null {
  const own = name?.replace(/^lucide:/, '');
  return own !== undefined && isIconName(own) ? own : null;
}

function isIconName(name: string): name is IconName {
  return Object.hasOwn(paths, name);
}
