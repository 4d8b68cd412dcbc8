/** Shapes of pools in the order that they are compared: no two are told apart by colour alone. */
const shapes = [
  'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  'M1.5 1.5h9v9h-9z',
  'M6 .5 11.5 6 6 11.5.5 6z',
  'M6 1 11.5 10.5H.5z',
  'M6 11 .5 1.5h11z',
  'M4 .8h4V4h3.2v4H8v3.2H4V8H.8V4H4z',
  'M3.5 1 6 3.5 8.5 1 11 3.5 8.5 6 11 8.5 8.5 11 6 8.5 3.5 11 1 8.5 3.5 6 1 3.5z',
  'M3.2 1h5.6L11.5 6 8.8 11H3.2L.5 6z',
]

/** The mark of a pool, by its order among those compared. */
export function PoolKey({ series }: { series: number }) {
  return (
    <svg
      className={`pool-key series-${series}`}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d={shapes[series % shapes.length]} />
    </svg>
  )
}

/** A pool's mark with its name. */
export function KeyedName({ series, name }: { series: number; name: string }) {
  return (
    <span className="pool-keyed">
      <PoolKey series={series} />
      {name}
    </span>
  )
}
