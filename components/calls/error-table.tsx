import { errorCodes, wordError } from '@/lib/server/service-errors.ts'
import { WithCode } from './with-code.tsx'

/** Every error by its code, which programs can rely on. */
export function ErrorTable() {
  const errors = errorCodes
    .map(code => ({ code, status: wordError(code)[0], message: wordError(code)[1] }))
    .sort((one, other) => one.status - other.status || (one.code < other.code ? -1 : 1))
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">Errors</h2>
      <dl className="call-errors">
        {errors.map(({ code, status, message }) => (
          <div key={code} id={`error-${code}`}>
            <dt>
              <b>{status}</b> <code>{code}</code>
            </dt>
            <dd>
              <WithCode text={message} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
