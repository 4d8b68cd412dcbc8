'use client'

import { placeHref } from '@/lib/addresses/place-href.ts'
import { Figure, OutcomeIcon } from './outcome.tsx'
import { unpackChecks } from './packed-checks.ts'

/** `packed` is the rows as one string: as elements of the server's they would be in the page twice. */
type Props = {
  packed: string
  /** Address of the filing's own page, where the lines are. */
  filing: string
}

/** Checks, one a row: what each is about, its figures, how it came out, and the way to its line. */
export function CheckRows({ packed, filing }: Props) {
  return unpackChecks(packed).map(({ id, name, wording, figures, isMoney, fails, at }) => {
    const [printed = '', found = '', difference, allowed] = figures
    return (
      <tr key={id} className={fails ? 'fails' : undefined}>
        <th scope="row" title={wording}>
          {name}
        </th>
        <td>
          <Figure text={printed} isMoney={isMoney} />
        </td>
        <td>
          <Figure text={found} isMoney={isMoney} />
        </td>
        <td className={fails ? 'bad' : undefined}>{difference}</td>
        <td>{allowed}</td>
        <td className="ledger-result">
          <OutcomeIcon passes={!fails} /> {fails ? 'fails' : 'passes'}
        </td>
        <td>
          <a href={placeHref(filing, at)}>{at.slice(0, at.indexOf(':'))}</a>
        </td>
      </tr>
    )
  })
}
