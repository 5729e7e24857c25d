import { Group, Text } from '@mantine/core';

const NAME = 'Amparo';

export function Brand() {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="0.5" y="0.5" width="31" height="31" rx="5.5" fill="#fff" stroke="#d9dfe5" />
        <path
          d="M6 0h5v32H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6zm15 0h5a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6h-5z"
          fill="#c8102e"
        />
      </svg>
      <Text span fw={680} fz="lg" style={{ letterSpacing: '-0.01em' }}>
        {NAME}
      </Text>
    </Group>
  );
}
