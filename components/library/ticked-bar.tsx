import { DownloadIcon } from '../shell/icons.tsx'

/**
 * What can be done with the rows that are ticked: a plain form, shown while any is ticked. How many there are is counted
 * by the style sheet, so that it needs no script.
 */
export function TickedBar({ id }: { id: string }) {
  return (
    <form id={id} action="/api/bin" method="post" aria-label="Ticked deals" className="ticked-bar">
      <span className="ticked-count mr-2"> ticked</span>
      <button type="submit" formAction="/compare" formMethod="get" className="button">
        Compare
      </button>
      <button
        type="submit"
        formAction="/api/export"
        formMethod="get"
        name="form"
        value="xlsx"
        className="button"
      >
        <DownloadIcon /> XLSX
      </button>
      <button
        type="submit"
        formAction="/api/export"
        formMethod="get"
        name="form"
        value="csv"
        className="button"
      >
        CSV
      </button>
      <button type="submit" className="button">
        Delete
      </button>
      <span className="ticked-tag">
        <input
          name="tags"
          aria-label="Tags for the ticked deals"
          placeholder="Tag"
          maxLength={200}
          autoComplete="off"
        />
        <button type="submit" formAction="/api/tags" className="button">
          Add tag
        </button>
      </span>
      <button type="reset" className="text-button">
        Untick all
      </button>
    </form>
  )
}
