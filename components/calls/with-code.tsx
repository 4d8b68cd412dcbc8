import { Fragment } from 'react'

/** A text with what stands between backticks as code. */
export function WithCode({ text }: { text: string }) {
  const [before = '', code, ...after] = text.split('`')
  if (code === undefined) return text
  return (
    <Fragment>
      {before}
      <code>{code}</code>
      {after.length > 0 && <WithCode text={after.join('`')} />}
    </Fragment>
  )
}
