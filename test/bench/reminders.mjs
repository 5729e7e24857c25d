export const measureReminders = async () => [];
