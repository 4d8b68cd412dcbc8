import type { ReactNode } from 'react'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { CopyLink } from './copy-link.tsx'

type Props = {
  trail: { name: string; href: string }[]
  title: ReactNode
  /** What the page says of itself below its title. */
  says: ReactNode
  /** What it can be had as, or leads to, before the button that copies its address. */
  actions?: ReactNode
}

/** The head of a page: where it stands, its title, and what can be done with all of it. */
export function PageHead({ trail, title, says, actions }: Props) {
  return (
    <>
      <Crumbs trail={trail} />
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          {says}
        </div>
        <div className="page-actions">
          {actions}
          <CopyLink className="button" />
        </div>
      </div>
    </>
  )
}
