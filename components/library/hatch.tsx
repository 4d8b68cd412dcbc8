/** The drawings of "not known" that the stills of the library fill with: grey, and in the colour of data. */
export function Hatch() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V4" stroke="var(--control)" strokeWidth="1.6" />
      </pattern>
      <pattern
        id="hatch-data"
        width="4"
        height="4"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V4" stroke="var(--data)" strokeWidth="1.6" />
      </pattern>
    </svg>
  )
}
