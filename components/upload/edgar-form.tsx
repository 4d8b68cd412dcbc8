/**
 * A field for what EDGAR knows a filing by. A plain form, which works without scripts; with them what is fetched is one row of
 * the queue like any file (`UploadGate`). Its second button leads to the page of the submission's documents.
 */
export function EdgarForm({ className }: { className: string }) {
  return (
    <form action="/api/edgar" method="post" data-edgar className={`edgar-form ${className}`}>
      <label className="edgar-label" htmlFor="edgar-address">
        Or fetch from EDGAR
      </label>
      <input
        id="edgar-address"
        name="address"
        className="edgar-field"
        placeholder="Accession number or sec.gov address"
        maxLength={500}
        required
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <button type="submit" className="button">
        Fetch
      </button>
      <button type="submit" className="text-button" formAction="/api/edgar/documents">
        Choose documents
      </button>
    </form>
  )
}
