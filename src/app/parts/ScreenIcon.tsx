/** A screen on its stand, as large as the page's own icons: only walkthroughs are shown on one. */
export function ScreenIcon() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d="M1.8 2.8h12.4v8.4H1.8zM8 11.2v2.6M5 13.8h6" />
    </svg>
  )
}
