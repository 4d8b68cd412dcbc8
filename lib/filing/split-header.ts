/** One line of a submission header: its key in upper case with blanks for hyphens, its value, '' for a section. */
export type HeaderKey = { name: string; value: string }

/** `<FILING-DATE>20010102`, `<REPORTING-OWNER>` */
const TAGGED = /^\s*<([A-Z][A-Z0-9-]*)>(.*)$/
/** `FILED AS OF DATE:\t\t20001219`. A line of 2000 starts with the `]` that the one before has lost. */
const KEYED = /^[\s\]]*([A-Z][A-Z0-9 ]*):(.*)$/

/** The keys of a header in their order; closing tags, blank lines and the lines of a PEM wrapper give none. */
export function splitHeader(header: string[]): HeaderKey[] {
  const keys: HeaderKey[] = []
  for (const line of header) {
    const found = TAGGED.exec(line) ?? KEYED.exec(line)
    if (found !== null)
      keys.push({ name: (found[1] ?? '').replaceAll('-', ' '), value: (found[2] ?? '').trim() })
  }
  return keys
}
