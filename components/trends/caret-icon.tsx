/** A small triangle: right where something can be opened, down where it is open. */
export function CaretIcon({ isOpen }: { isOpen: boolean }) {
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" className="trend-caret">
      <path d={isOpen ? 'M0 1.5h8L4 7.5z' : 'M1.5 0v8l6-4z'} fill="currentColor" />
    </svg>
  )
}
