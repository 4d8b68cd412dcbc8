/** Leads to the page where links to something are made and withdrawn; for who may make some. */
export function ShareLink({ address, className = 'button' }: { address: string; className?: string }) {
  return (
    <a className={className} href={`/share?of=${encodeURIComponent(address)}`}>
      Share…
    </a>
  )
}
