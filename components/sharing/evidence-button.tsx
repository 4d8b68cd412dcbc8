import { FileIcon } from '../shell/icons.tsx'

/** Copies a claim with its evidence; `href` is where its certificate is. */
export function EvidenceButton({ href, className = 'evidence-act' }: { href: string; className?: string }) {
  return (
    <span className="evidence-acts">
      <button type="button" className={`${className} needs-script`} data-take="evidence" data-href={href}>
        <FileIcon size={14} />
        Copy with evidence
      </button>
      <a className={className} href={href}>
        Certificate
      </a>
    </span>
  )
}

/** The same where there is little room: `of` says of what. */
export function SmallEvidenceButton({ href, of }: { href: string; of: string }) {
  const name = `Copy ${of} with evidence`
  return (
    <button
      type="button"
      className="evidence-small needs-script"
      data-take="evidence"
      data-href={href}
      aria-label={name}
      title={name}
    >
      <FileIcon size={14} />
    </button>
  )
}
