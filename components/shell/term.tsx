import { spellOut } from '@/lib/format/abbreviations.ts'
import { TermButton } from './term-button.tsx'

/**
 * Words that say what they stand for to a pointer, to the focus, to a finger and to who hears the page: a button that does
 * nothing else, so that it can be reached. `meaning` where it is known, else what their abbreviations mean; plain words
 * without either.
 */
export function Term({ children, meaning }: { children: string; meaning?: string | undefined }) {
  const says = meaning ?? spellOut(children)
  if (says === null) return children
  return (
    <TermButton says={says} isShort={spellOut(children) !== null}>
      {children}
    </TermButton>
  )
}
