/** Where a footnote of a table stands on the page. */
export function footnoteId(table: string, mark: string): string {
  return `${table}-note-${encodeURIComponent(mark)}`
}

/** The marks printed on a title or a label, each the way to its note; a mark without a note is only shown. */
export function FootnoteMarks({ table, marks, notes }: { table: string; marks: string[]; notes: string[] }) {
  if (marks.length === 0) return null
  return (
    <sup>
      {/* Spoken names would run into the mark without a blank. */}{' '}
      {marks.map(mark =>
        notes.includes(mark) ? (
          <a key={mark} href={`#${footnoteId(table, mark)}`} aria-label={`Note ${mark}`}>
            {mark}
          </a>
        ) : (
          <span key={mark}>{mark}</span>
        ),
      )}
    </sup>
  )
}
