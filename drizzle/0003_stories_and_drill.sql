CREATE TABLE `drill_answers` (
	`owner_id` text NOT NULL,
	`id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`story_id` text,
	`at` integer NOT NULL,
	`answer` text NOT NULL,
	`result` text,
	PRIMARY KEY(`owner_id`, `id`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drill_answers_owner_exercise` ON `drill_answers` (`owner_id`,`exercise_id`,`at`);--> statement-breakpoint
CREATE TABLE `drill_cards` (
	`owner_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`story_id` text,
	`due` integer NOT NULL,
	`card` text NOT NULL,
	PRIMARY KEY(`owner_id`, `exercise_id`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drill_cards_owner_due` ON `drill_cards` (`owner_id`,`due`);--> statement-breakpoint
CREATE TABLE `drill_reviews` (
	`owner_id` text NOT NULL,
	`answer_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`at` integer NOT NULL,
	`score` real NOT NULL,
	`grade` text NOT NULL,
	PRIMARY KEY(`owner_id`, `answer_id`),
	FOREIGN KEY (`owner_id`,`answer_id`) REFERENCES `drill_answers`(`owner_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drill_reviews_owner_exercise` ON `drill_reviews` (`owner_id`,`exercise_id`,`at`);--> statement-breakpoint
CREATE TABLE `practice_days` (
	`owner_id` text NOT NULL,
	`day` text NOT NULL,
	`exercises` integer NOT NULL,
	`seconds` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `day`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `stories` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`content` text NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stories_owner_updated` ON `stories` (`owner_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `story_uses` (
	`story_id` text NOT NULL,
	`interview_id` text NOT NULL,
	PRIMARY KEY(`story_id`, `interview_id`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `story_uses_interview` ON `story_uses` (`interview_id`);--> statement-breakpoint
CREATE TABLE `story_versions` (
	`story_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`story_id`, `version`),
	FOREIGN KEY (`story_id`) REFERENCES `stories`(`id`) ON UPDATE no action ON DELETE cascade
);
