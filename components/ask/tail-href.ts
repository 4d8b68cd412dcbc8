import { askedOf } from '@/lib/addresses/ask-address.ts'
import { callHref } from '@/lib/addresses/place-address.ts'
import type { Answerable, AskPlace } from './ask-place.ts'

type Tail = Extract<Answerable, { kind: 'tail' }>

/** Where the call is that gives an answer, or its certificate. */
export function tailHref(
  { deal, sha256, table, asked }: AskPlace & { asked: Tail },
  call: 'tail' | 'certificate',
): string {
  const { distribution, question } = asked
  const href = callHref(deal, sha256, `/${call}`)
  const query = new URLSearchParams({
    dimension: distribution.dimension,
    ...askedOf(question, distribution.unit),
    ...(table.loanGroup !== null && { loanGroup: table.loanGroup }),
  })
  return `${href}${href.includes('?') ? '&' : '?'}${query}`
}
