# Untested: no container engine was at hand.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /source
COPY . .
RUN mvn -B -ntp -q -DskipTests -pl bootstrap -am package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --home-dir /var/lib/dawsos dawsos
COPY --from=build /source/bootstrap/target/dawsos /opt/dawsos
USER dawsos
VOLUME /var/lib/dawsos
EXPOSE 5000
ENTRYPOINT ["/opt/dawsos/bin/dawsos"]
CMD ["serve", "--host", "0.0.0.0", "--data", "/var/lib/dawsos"]
