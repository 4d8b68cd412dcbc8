import { CheckIcon } from '../shell/icons.tsx'
import { figureColumns } from './columns.tsx'
import { hrefOf, type View } from './view.ts'
import { ViewFields } from './view-fields.tsx'

/** Which figures the library's table has: a plain form, so that the choice is part of the address. */
export function ColumnChoice({ view }: { view: View }) {
  const chosen = view.columns?.split(',')
  return (
    <details className="column-choice">
      <summary className="chip">Columns</summary>
      <form action="/" method="get">
        <ViewFields view={view} change={{ columns: undefined }} />
        <fieldset>
          <legend>Columns, as many as the window has room for</legend>
          {figureColumns.map(({ id, header }) => (
            <label key={id} className="column-tick">
              <input
                type="checkbox"
                name="columns"
                value={id}
                defaultChecked={!chosen || chosen.includes(id)}
              />
              {header}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          <CheckIcon size={14} /> Show these
        </button>
        <a href={hrefOf(view, { columns: undefined })} className="text-button">
          The usual ones
        </a>
      </form>
    </details>
  )
}
