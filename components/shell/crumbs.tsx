export type Crumb = { name: string; href: string }

/** Where a page belongs: the library, and what leads from there to it. */
export function Crumbs({ trail }: { trail: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        {[{ name: 'Library', href: '/' }, ...trail].map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
