import { TextInput, type TextInputProps } from '@mantine/core';

/** A date and time on the wall clock of the post: typed by keyboard or picked, as the browser does. */
export function InstantInput(props: TextInputProps) {
  return <TextInput type="datetime-local" max="9999-12-31T23:59" {...props} />;
}

/** A civil date. */
export function DayInput(props: TextInputProps) {
  return <TextInput type="date" max="9999-12-31" {...props} />;
}
