export function SpaceHome() {
  return <h1>Home</h1>;
}
