'use client'
import { usePathname } from 'next/navigation'

/** A link of the bar over every page, marked when it is where the reader is. */
export function MainLink({ href, children }: { href: string; children: string }) {
  const here = usePathname() === href
  return (
    <a href={href} aria-current={here ? 'page' : undefined} className="nav-link">
      {children}
    </a>
  )
}
