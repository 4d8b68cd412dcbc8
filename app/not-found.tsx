import type { Metadata } from 'next'
import { Message } from '@/components/shell/message.tsx'

export const metadata: Metadata = { title: 'Not here' }

export default function NotFound() {
  return (
    <Message title="There is nothing at this address">
      <p className="mt-3 text-sm/6 text-ink-2">
        It may be mistyped or cut short, or it leads to a deal of another library. Every deal of this one is
        listed in the library; a filing that is not there yet can be dropped on any page, this one too.
      </p>
      <p className="mt-6 flex flex-wrap gap-2">
        <a href="/" className="button button-strong">
          Go to the library
        </a>
      </p>
    </Message>
  )
}
