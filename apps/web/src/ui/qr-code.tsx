import type { JSX } from "solid-js";
import { encode } from "uqr";

/** A text as a picture for a camera: dark on light whatever the page's scheme, or none reads it. */
export function QrCode(props: {
  readonly text: string;
  readonly label: string;
  readonly class?: string;
}): JSX.Element {
  const code = () => encode(props.text, { border: 4 });
  const path = () =>
    code()
      .data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
      .join("");
  return (
    <svg
      role="img"
      aria-label={props.label}
      class={props.class}
      viewBox={`0 0 ${code().size} ${code().size}`}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="white" />
      <path d={path()} fill="black" />
    </svg>
  );
}
