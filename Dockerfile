# The service without a database: docker-compose.yml puts a PostGIS beside it.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY web web
COPY data data
COPY src/main src/main
RUN mvn -B -q -Pquick package

FROM eclipse-temurin:17-jre
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --user-group --create-home --home-dir /var/lib/lykta lykta
COPY --from=build /src/target/lib /opt/lykta/lib
COPY --from=build /src/target/lykta.jar /opt/lykta/lykta.jar
USER lykta
WORKDIR /var/lib/lykta
ENV LC_ALL=C.UTF-8 \
    LYKTA_HOST=0.0.0.0 \
    LYKTA_PORT=8080 \
    LYKTA_DATA_DIR=/var/lib/lykta
VOLUME /var/lib/lykta
EXPOSE 8080
# Ready means: database reached, index loaded. Live alone would send readers to an empty map.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD curl -fsS "http://127.0.0.1:${LYKTA_PORT}/health/ready" >/dev/null || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:ThreadPriorityPolicy=1", "-XX:-PrintWarnings", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/lykta/lykta.jar"]
CMD ["serve"]
