/** Small drawings beside words, never in place of them. */
const paths = {
  home: 'M3.5 9.5 10 4l6.5 5.5V16h-4.2v-4H7.7v4H3.5Z',
  order: 'M5 3.5h10v13H5ZM7.5 7h5M7.5 10h5M7.5 13h3',
  talk: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2Z',
  key: 'M12.8 3.5a3.7 3.7 0 1 1-2.6 6.3L4 16v-2.5h2V11h2.3l1.9-1.9',
  shield: 'M10 3 4.5 5v4.5c0 3.5 2.3 6 5.5 7.5 3.2-1.5 5.5-4 5.5-7.5V5Z',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4.5 16.5c.6-3 2.7-4.5 5.5-4.5s4.9 1.5 5.5 4.5',
  people:
    'M7.5 9.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM2.8 16c.4-2.8 2.2-4.2 4.7-4.2S11.8 13.2 12.2 16M13 4.6a2.5 2.5 0 0 1 0 4.7M14.3 11.9c1.7.5 2.7 1.9 3 4.1',
  inbox: 'M3.5 11.5 5.5 4.5h9l2 7v4.5h-13ZM3.5 11.5h4l1 2h3l1-2h4',
  board: 'M4 4.5h12M4 8h12M4 11.5h7M4 15h7M13 13.3l1.3 1.3L17 11.8',
  bell: 'M10 3.5c-2.8 0-4.3 2-4.3 4.5 0 3.5-1.7 4.5-1.7 5.5h12c0-1-1.7-2-1.7-5.5 0-2.5-1.5-4.5-4.3-4.5ZM8.5 16h3',
  book: 'M4 4.5h4.5c.9 0 1.5.6 1.5 1.5v10.5c0-.8-.6-1.3-1.5-1.3H4ZM16 4.5h-4.5c-.9 0-1.5.6-1.5 1.5v10.5c0-.8.6-1.3 1.5-1.3H16Z',
  server: 'M3.5 4.5h13v4.5h-13ZM3.5 11h13v4.5h-13ZM6 6.8h.01M6 13.3h.01',
  settings: 'M3.5 6.5h7M14.5 6.5h2M3.5 13.5h2M9.5 13.5h7M12.5 8.5v-4M7.5 15.5v-4',
  mail: 'M3.5 5h13v10h-13ZM3.5 5.5 10 11l6.5-5.5',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`${className} shrink-0`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
