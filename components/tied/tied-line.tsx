import { OutcomeIcon } from '@/components/ledger/outcome.tsx'
import { tiedHref } from '@/lib/addresses/tied-address.ts'
import type { LoadedTied } from '@/lib/server/load-tied.ts'
import { sayTied } from './tied-view.tsx'

/** What a deal's page says of its printed tables and its loans, and the way to where they are compared. */
export function TiedLine({ slug, tied }: { slug: string; tied: LoadedTied | 'large' }) {
  return (
    <p className="tied-line">
      {tied === 'large' ? (
        'This deal has printed tables and its loans.'
      ) : (
        <>
          {tied.tied + tied.differ > 0 && <OutcomeIcon passes={tied.differ === 0} />} {sayTied(tied)}
        </>
      )}{' '}
      <a href={tiedHref(slug)}>Print held against the loans</a>
    </p>
  )
}
