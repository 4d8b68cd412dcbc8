type Choice = { name: string; href: string; isChosen: boolean }

/** A few ways to see the same, of which one is chosen: links in a box. */
export function LinkSwitch({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav className="link-switch" aria-label={label}>
      {choices.map(({ name, href, isChosen }) => (
        <a key={name} href={href} aria-current={isChosen ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
