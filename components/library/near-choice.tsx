import type { View } from './view.ts'
import { ViewFields } from './view-fields.tsx'

/** The deal that a list is ordered by nearness to; what was typed alone where it finds none. */
export type NearDeal = { typed: string; name: string | null }

/** A form that orders the list by how near deals' figures are to those of one. It stays open while it finds none. */
export function NearChoice({ view, near }: { view: View; near: NearDeal | null }) {
  const isWrong = near !== null && near.name === null
  return (
    <details className="builder" open={isWrong}>
      <summary className="chip">Nearest to …</summary>
      <form action="/" method="get" className="builder-form">
        <ViewFields view={view} change={{ sort: undefined, near: undefined }} />
        <label className="builder-near">
          Nearest first to
          <input
            name="near"
            defaultValue={near?.name ?? near?.typed}
            placeholder="Name, party or series"
            maxLength={200}
            required
            autoComplete="off"
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? 'near-problem' : undefined}
          />
        </label>
        <button type="submit" className="button button-strong">
          Order
        </button>
        {isWrong && (
          <p id="near-problem" role="alert" className="builder-note near-problem">
            No deal is found by “{near.typed}”.
          </p>
        )}
        <p className="builder-note">
          By their averages, and by shares of states, purposes and ranges that most filings print.
        </p>
      </form>
    </details>
  )
}
