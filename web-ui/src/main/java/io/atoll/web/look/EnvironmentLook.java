package io.atoll.web.look;

/** The colour of an environment: production stands out, the others are told apart. */
public record EnvironmentLook(String name, String hue) {

    public static EnvironmentLook of(String name) {
        String hue =
                switch (name) {
                    case "prod", "production", "live" -> "coral";
                    case "staging", "stage", "preprod" -> "amber";
                    case "test", "testing", "qa", "ci" -> "violet";
                    case "dev", "development", "local" -> "lagoon";
                    default -> "slate";
                };
        return new EnvironmentLook(name, hue);
    }

    public boolean production() {
        return hue.equals("coral");
    }
}
