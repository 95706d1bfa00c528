/** The latch, in two strokes: the bar, and the hook that falls over it. */
export function Mark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      aria-hidden="true"
    >
      <path d="M2.5 9.5h19" strokeLinecap="round" />
      <path d="M16.5 4v11a4.75 4.75 0 0 1-9.5 0" strokeLinecap="round" />
    </svg>
  )
}
