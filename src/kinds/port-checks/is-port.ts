/** Tells whether a number can be a port. */
export function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}
