/** The page's own icons: 16 x 16, stroke 1.6 or filled, always beside a word or a label of their button. */
const STROKED = {
  chevron: 'M4.5 6.2L8 9.8l3.5-3.6',
  link: 'M6.5 9.5l3-3M7 4.5l1.6-1.6a3 3 0 0 1 4.4 4.4L11.5 9M9 11.5l-1.6 1.6A3 3 0 0 1 3 8.7L4.5 7',
  settings: 'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M12 4.5a2 2 0 1 1-4 0a2 2 0 0 1 4 0M8 11.5a2 2 0 1 1-4 0a2 2 0 0 1 4 0',
  info: 'M8 7.2v4M8 4.6v1.4M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0',
  reset: 'M3 3v4h4M3.4 7A5.4 5.4 0 1 1 2.7 9.6',
  arrow: 'M2.5 8h11M9 3.8L13.4 8 9 12.2',
  back: 'M13.5 8h-11M7 3.8L2.6 8 7 12.2',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  file: 'M3.5 1.8h6l3 3v9.4h-9zM9.2 1.8v3.4h3.3',
  save: 'M8 2v8M4.5 6.8L8 10.2l3.5-3.4M2.5 13.5h11',
  panel: 'M1.8 2.8h12.4v10.4H1.8zM6 2.8v10.4',
  inspect: 'M1.8 2.8h12.4v10.4H1.8zM10 2.8v10.4',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M8 4.5V8l3 1.8',
  tick: 'M3 8.4l3.2 3.2L13 4.8',
  cross: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4',
  dash: 'M3 8h10',
  fork: 'M3 8h3.5M6.5 8L11 4h2.5M6.5 8L11 12h2.5',
} as const

const FILLED = {
  play: 'M4 2.5v11l9.5-5.5z',
  pause: 'M3.5 2.5h3.2v11H3.5zM9.3 2.5h3.2v11H9.3z',
  stepBack: 'M13.5 3v10l-7-5zM3 3h2v10H3z',
  step: 'M2.5 3v10l7-5zM11 3h2v10h-2z',
  next: 'M1.5 3v10l5.5-5zM11 3.2l4 4.8-4 4.8-4-4.8z',
  previous: 'M14.5 3v10L9 8zM5 3.2l4 4.8-4 4.8L1 8z',
} as const

export type IconName = keyof typeof STROKED | keyof typeof FILLED

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const filled = name in FILLED
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth={filled ? 0 : 1.6}
      aria-hidden="true"
    >
      <path d={filled ? FILLED[name as keyof typeof FILLED] : STROKED[name as keyof typeof STROKED]} />
    </svg>
  )
}

/** Five cells and one lost: the mark of the product. */
export function Mark() {
  return (
    <svg width="23.4" height="16.2" viewBox="0 0 26 18" aria-hidden="true">
      <path
        fill="var(--ink)"
        d="M0 0h7.4v7.4H0zM9.3 0h7.4v7.4H9.3zM18.6 0H26v7.4h-7.4zM0 10.4h7.4v7.4H0zM9.3 10.4h7.4v7.4H9.3z"
      />
      <path d="M19.35 11.15h5.9v5.9h-5.9z" fill="none" stroke="var(--ink)" strokeWidth="1.5" strokeDasharray="2 1.2" />
    </svg>
  )
}
