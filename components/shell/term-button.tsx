type Props = {
  children: string
  says: string
  /** Whether the words are an abbreviation, which is underlined. */
  isShort?: boolean
}

/** Words that say what they stand for: a button that does nothing else, so that it can be reached. */
export function TermButton({ children, says, isShort = false }: Props) {
  return (
    <button type="button" className={isShort ? 'term short says' : 'term says'} aria-description={says}>
      {children}
    </button>
  )
}
