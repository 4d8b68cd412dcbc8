import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import { dimensionKeys, fieldKeys, type LoanKey } from '@/lib/tape/loan-key.ts'
import { KeepFields } from './keep-fields.tsx'
import type { SliceLinks } from './slice-links.ts'

type Props = { loaded: LoadedSlice; links: SliceLinks }

/** Which two ways to sort stand within each other, and what cells show. */
export function SplitForm({ loaded: { columns, asked }, links }: Props) {
  const keys = dimensionKeys(columns.loans)
  const { within } = asked
  const [rows, columnsKey] = [within?.rows.key ?? keys[0]?.key, within?.columns.key ?? keys[1]?.key]
  const cells = within ? (typeof within.cells === 'string' ? within.cells : within.cells.key) : 'balance'
  const figures = [...keys, ...fieldKeys(columns.loans)].filter(
    ({ unit }) => unit !== 'text' && unit !== 'date',
  )
  return (
    <form action={links.path} method="get" data-live className="slice-split">
      <KeepFields fields={links.keep({ within: [] })} />
      <Choice label="Rows" name="rows" chosen={rows} keys={keys} />
      <Choice label="Columns" name="columns" chosen={columnsKey} keys={keys} />
      <label>
        Cells
        <select name="cells" key={cells} defaultValue={cells}>
          <option value="balance">Balance</option>
          <option value="share">Percent of balance</option>
          <option value="loans">Number of loans</option>
          <optgroup label="Weighted average of">
            {figures.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="submit" className="button button-strong">
        Split
      </button>
      {within && (
        <a className="action" data-soft href={links.hrefOf({ within: [] })}>
          Take it off
        </a>
      )}
    </form>
  )
}

type ChoiceProps = { label: string; name: string; chosen: string | undefined; keys: readonly LoanKey[] }

function Choice({ label, name, chosen, keys }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} key={chosen} defaultValue={chosen}>
        {keys.map(one => (
          <option key={one.key} value={one.key}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  )
}
