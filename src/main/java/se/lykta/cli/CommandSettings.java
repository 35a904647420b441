package se.lykta.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import se.lykta.app.SettingKey;
import se.lykta.app.Settings;
import se.lykta.app.SettingsParser;

/** Gives every command a flag for every setting, and reads them together with environment and file. */
final class CommandSettings {

    private CommandSettings() {}

    /** Adds the flags to a command. */
    static void addOptions(CommandSpec command) {
        for (SettingKey key : SettingKey.values()) {
            command.addOption(OptionSpec.builder("--" + key.key())
                    .type(String.class)
                    .paramLabel("VALUE")
                    .description(key.help() + " (" + key.variable() + ")")
                    .build());
        }
    }

    /** The settings for a command that was called. */
    static Settings of(CommandSpec command) {
        ParseResult call = command.commandLine().getParseResult();
        Map<SettingKey, String> flags = new EnumMap<>(SettingKey.class);
        for (SettingKey key : SettingKey.values()) {
            if (call.hasMatchedOption("--" + key.key())) {
                flags.put(key, call.matchedOptionValue("--" + key.key(), ""));
            }
        }
        boolean root = System.getProperty("user.name").equals("root");
        return SettingsParser.parse(System.getenv(), flags, Path.of(System.getProperty("user.home")), root);
    }
}
