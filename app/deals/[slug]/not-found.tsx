import { Message } from '@/components/shell/message.tsx'

/** An address of a deal that this library does not hold. */
export default function DealNotFound() {
  return (
    <Message title="This library holds no such deal">
      <p className="mt-3 text-sm/6 text-ink-2">
        The link may be mistyped, or its filing was added to another library. Add the filing here and the deal
        gets this same address: it is made from the trust’s name.
      </p>
      <form action="/" method="get" className="mt-5 flex flex-wrap gap-2">
        <label className="field h-8 min-w-0 flex-1">
          <span className="sr-only">Search the deals that are here</span>
          <input type="search" name="q" placeholder="Search the deals that are here" />
        </label>
        <button type="submit" className="button">
          Search
        </button>
      </form>
      <p className="mt-4 flex flex-wrap gap-2">
        <a href="/#add" data-choose="files" className="button button-strong">
          Add a filing
        </a>
        <a href="/" className="button">
          All deals
        </a>
      </p>
    </Message>
  )
}
