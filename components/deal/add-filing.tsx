import { UploadIcon } from '@/components/shell/icons.tsx'

/** A plain form that adds filings, with or without scripts. */
export function AddFiling({ name }: { name: string }) {
  return (
    <form className="add-filing" action="/api/filings" method="post" encType="multipart/form-data">
      <label htmlFor="add-files">
        <UploadIcon />
        Add a filing to {name}
      </label>
      <input id="add-files" type="file" name="file" multiple required />
      <button type="submit" className="button">
        Add
      </button>
    </form>
  )
}
