import type { ReactNode } from 'react'
import { FileIcon, FolderIcon, UploadIcon } from '../shell/icons.tsx'
import { EdgarForm } from './edgar-form.tsx'

const kinds =
  '.txt, .htm, .nc, .pem or .xml, or a .zip or .gz of them, up to 50 MB, loan-level exhibits up to 400 MB'

/** The way to add filings once there are deals: a bar. */
export function AddBar() {
  return (
    <div className="dropzone">
      <AddForm className="flex flex-wrap items-center gap-x-4 gap-y-2 px-2 pt-2 sm:px-4">
        <UploadIcon className="text-ink-2 max-sm:hidden" />
        <p className="mr-auto text-ink-2">
          <span className="unscripted:hidden">Drop filings anywhere on this page: {kinds}</span>
          <span className="scripted:hidden">Add filings: {kinds}</span>
        </p>
        <Choices />
      </AddForm>
      <EdgarForm className="px-2 pt-1 pb-2 sm:px-4" />
    </div>
  )
}

/** The way to add the first filing: large, with what to drop and what comes of it. */
export function AddFirst() {
  return (
    <div className="dropzone grid gap-8 px-5 py-8 sm:px-10 sm:py-12 lg:min-h-[58vh] lg:content-center lg:grid-cols-[3fr_2fr]">
      <div>
        <UploadIcon size={28} className="mb-4 text-data" />
        <h2 className="text-xl/7 font-semibold tracking-tight">Drop a filing to see its deal</h2>
        <p className="mt-2 max-w-[58ch] text-sm/6 normal-nums text-ink-2">
          Any 8-K, exhibit, prospectus supplement or term sheet with tables of a mortgage pool, as EDGAR keeps
          it: {kinds}. Several at once, or a whole folder.
        </p>
        <AddForm className="mt-6 flex flex-wrap items-center gap-2">
          <Choices strong />
        </AddForm>
        <EdgarForm className="mt-4" />
        <form action="/api/samples" method="post" data-samples className="mt-3">
          <button type="submit" className="cursor-pointer py-1 text-accent underline underline-offset-3">
            Or try the sample filings
          </button>
        </form>
      </div>
      <Outcomes />
    </div>
  )
}

/** What an uploaded filing turns into. */
function Outcomes() {
  return (
    <dl className="grid content-center gap-4 border-rule text-ink-2 max-lg:border-t max-lg:pt-6 lg:border-l lg:pl-8">
      <Outcome name="Charts and tables">
        Each table of the pool, drawn to scale beside its printed figures.
      </Outcome>
      <Outcome name="Proof">
        Columns, percents, totals and averages are recomputed; what does not add up is named.
      </Outcome>
      <Outcome name="The way back">Each figure leads to the line of the filing where it is printed.</Outcome>
      <Outcome name="A page to send">
        Every deal has an address that shows a colleague the same thing.
      </Outcome>
    </dl>
  )
}

function Outcome({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold text-ink">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A plain form, so that filings can be sent without scripts; with them a choice is sent at once (`UploadGate`). */
function AddForm({ className, children }: { className: string; children: ReactNode }) {
  return (
    <form id="add" action="/api/filings" method="post" encType="multipart/form-data" className={className}>
      {children}
    </form>
  )
}

function Choices({ strong = false }: { strong?: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className={`file-choice ${strong ? 'button-strong' : ''}`}>
        <FileIcon className="max-sm:hidden unscripted:hidden" />
        <span className="unscripted:sr-only">Choose files</span>
        <input type="file" name="file" multiple required data-upload />
      </label>
      <button type="button" data-choose="folder" className="button needs-script">
        <FolderIcon className="max-sm:hidden" />
        Choose folder
      </button>
      <button type="submit" className="button scripted:hidden">
        Upload
      </button>
    </div>
  )
}
